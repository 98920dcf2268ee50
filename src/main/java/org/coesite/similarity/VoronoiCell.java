package org.coesite.similarity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.coesite.crystal.Neighbour;
import org.coesite.crystal.NeighbourList;
import org.coesite.crystal.Structure;
import org.coesite.crystal.Vector3;

/**
 * The points in Å that are nearer to one site than to any other: a convex polyhedron with a face
 * for each neighbour.
 *
 * <p>It is cut out of a cube by the planes halfway to the neighbours, nearest first.
 *
 * @param faces the faces, each with its neighbour
 */
record VoronoiCell(List<Face> faces) {

  /** Faces below this share of the surface are touching points and no faces. */
  private static final double TOUCH = 1e-9;

  private static final double FIRST_CUTOFF = 7;

  /**
   * What the cell shares with one neighbour.
   *
   * @param direction Cartesian vector to the neighbour, Å
   * @param area Å²
   * @param solidAngle under which the site sees the face, steradian
   */
  record Face(Vector3 direction, double area, double solidAngle) {}

  /** The cells of all sites. */
  static List<VoronoiCell> of(Structure structure) {
    List<VoronoiCell> cells = new ArrayList<>();
    double cutoff = FIRST_CUTOFF;
    NeighbourList neighbours = NeighbourList.of(structure, cutoff);
    while (cells.size() < structure.size()) {
      Optional<VoronoiCell> cell = around(neighbours.around(cells.size()), cutoff);
      if (cell.isPresent()) {
        cells.add(cell.get());
      } else {
        // A wide pore: nearer neighbours than these do not enclose the site.
        cutoff *= 2;
        neighbours = NeighbourList.of(structure, cutoff);
      }
    }
    return cells;
  }

  /** The cell among these neighbours; empty if one beyond the cutoff might still cut it. */
  private static Optional<VoronoiCell> around(List<Neighbour> nearestFirst, double cutoff) {
    ConvexPolyhedron cell = ConvexPolyhedron.cube(cutoff);
    for (Neighbour neighbour : nearestFirst) {
      if (neighbour.distance() > 2 * cell.radius()) {
        break;
      }
      Coincidence.refuse(neighbour);
      cell = cell.cutHalfwayTo(neighbour.displacement());
    }
    return 2 * cell.radius() > cutoff ? Optional.empty() : Optional.of(measured(cell));
  }

  private static VoronoiCell measured(ConvexPolyhedron cell) {
    List<Face> faces = new ArrayList<>();
    double surface = cell.faces().stream().mapToDouble(ConvexPolyhedron.Face::area).sum();
    for (ConvexPolyhedron.Face face : cell.faces()) {
      if (face.area() > TOUCH * surface) {
        faces.add(new Face(face.beyond(), face.area(), face.solidAngle()));
      }
    }
    return new VoronoiCell(List.copyOf(faces));
  }
}
