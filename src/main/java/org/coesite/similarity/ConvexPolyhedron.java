package org.coesite.similarity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.coesite.crystal.Vector3;

/**
 * A convex polyhedron around the origin, lengths in Å, that planes can be cut from.
 *
 * @param faces its faces
 */
record ConvexPolyhedron(List<Face> faces) {

  /** Å within which a corner counts as lying in a plane. */
  private static final double THICKNESS = 1e-9;

  /**
   * A plane polygon.
   *
   * @param beyond the point whose plane halfway to the origin this is, Å
   * @param corners in order around the face, Å
   */
  record Face(Vector3 beyond, List<Vector3> corners) {

    /** Area in Å². */
    double area() {
      Vector3 doubled = Vector3.ZERO;
      for (int i = 1; i + 1 < corners.size(); i++) {
        Vector3 first = corners.get(i).minus(corners.get(0));
        doubled = doubled.plus(first.cross(corners.get(i + 1).minus(corners.get(0))));
      }
      return doubled.length() / 2;
    }

    /**
     * Solid angle in steradian, seen from the origin (van Oosterom and Strackee, IEEE Trans.
     * Biomed. Eng. 30, 125 (1983), doi 10.1109/TBME.1983.325207).
     */
    double solidAngle() {
      double sum = 0;
      Vector3 a = corners.get(0).times(1 / corners.get(0).length());
      for (int i = 1; i + 1 < corners.size(); i++) {
        Vector3 b = corners.get(i).times(1 / corners.get(i).length());
        Vector3 c = corners.get(i + 1).times(1 / corners.get(i + 1).length());
        sum += 2 * Math.atan2(Math.abs(a.dot(b.cross(c))), 1 + a.dot(b) + b.dot(c) + c.dot(a));
      }
      return sum;
    }
  }

  /** A cube of this half edge in Å. */
  static ConvexPolyhedron cube(double half) {
    Vector3[] axes = {new Vector3(half, 0, 0), new Vector3(0, half, 0), new Vector3(0, 0, half)};
    List<Face> faces = new ArrayList<>();
    for (int axis = 0; axis < 3; axis++) {
      for (double side : new double[] {-1, 1}) {
        Vector3 centre = axes[axis].times(side);
        Vector3 u = axes[(axis + 1) % 3];
        Vector3 v = axes[(axis + 2) % 3];
        faces.add(
            new Face(
                centre.times(2),
                List.of(
                    centre.plus(u).plus(v),
                    centre.minus(u).plus(v),
                    centre.minus(u).minus(v),
                    centre.plus(u).minus(v))));
      }
    }
    return new ConvexPolyhedron(faces);
  }

  /** Distance of the farthest corner in Å. */
  double radius() {
    return faces.stream()
        .flatMap(face -> face.corners().stream())
        .mapToDouble(Vector3::length)
        .max()
        .orElse(0);
  }

  /** What remains nearer to the origin than to a point in Å. */
  ConvexPolyhedron cutHalfwayTo(Vector3 point) {
    Vector3 normal = point.times(1 / point.length());
    double distance = point.length() / 2;
    List<Face> remaining = new ArrayList<>();
    List<Vector3> section = new ArrayList<>();
    boolean cut = false;
    for (Face face : faces) {
      List<Vector3> kept = new ArrayList<>();
      for (int i = 0; i < face.corners().size(); i++) {
        Vector3 corner = face.corners().get(i);
        Vector3 next = face.corners().get((i + 1) % face.corners().size());
        double height = corner.dot(normal) - distance;
        double nextHeight = next.dot(normal) - distance;
        if (height <= THICKNESS) {
          kept.add(corner);
          if (height >= -THICKNESS) {
            addOnce(section, corner);
          }
        } else {
          cut = true;
        }
        if (crosses(height, nextHeight)) {
          Vector3 crossing = corner.plus(next.minus(corner).times(height / (height - nextHeight)));
          kept.add(crossing);
          addOnce(section, crossing);
        }
      }
      if (kept.size() > 2) {
        remaining.add(new Face(face.beyond(), kept));
      }
    }
    if (!cut) {
      return this;
    }
    if (section.size() > 2) {
      remaining.add(new Face(point, aroundCentre(section, normal)));
    }
    return new ConvexPolyhedron(remaining);
  }

  private static boolean crosses(double height, double nextHeight) {
    return (height > THICKNESS && nextHeight < -THICKNESS)
        || (height < -THICKNESS && nextHeight > THICKNESS);
  }

  /** Each corner of the section is met on two edges or more. */
  private static void addOnce(List<Vector3> points, Vector3 point) {
    for (Vector3 known : points) {
      if (known.minus(point).length() < 10 * THICKNESS) {
        return;
      }
    }
    points.add(point);
  }

  private static List<Vector3> aroundCentre(List<Vector3> points, Vector3 normal) {
    Vector3 sum = points.stream().reduce(Vector3.ZERO, Vector3::plus);
    Vector3 centre = sum.times(1.0 / points.size());
    Vector3 u = points.get(0).minus(centre);
    Vector3 v = normal.cross(u);
    return points.stream()
        .sorted(
            Comparator.comparingDouble(
                p -> Math.atan2(p.minus(centre).dot(v), p.minus(centre).dot(u))))
        .toList();
  }
}
