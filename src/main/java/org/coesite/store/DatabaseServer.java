package org.coesite.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import org.coesite.search.DataDirectoryException;
import org.jspecify.annotations.Nullable;

/**
 * A database server that several processes work with at a time, named by its JDBC address.
 *
 * <p>User and password come from the address, else from {@code COESITE_DATABASE_USER} and {@code
 * COESITE_DATABASE_PASSWORD}, else from where the driver looks, such as {@code ~/.pgpass}.
 */
public final class DatabaseServer {

  private static final String PREFIX = "jdbc:postgresql:";

  private final String address;
  private final Properties properties = new Properties();

  /**
   * Of an address and the environment that names its user.
   *
   * @throws IllegalArgumentException if it is no address of PostgreSQL
   */
  public DatabaseServer(String address, Map<String, String> environment) {
    if (!address.startsWith(PREFIX)) {
      throw new IllegalArgumentException(
          "'%s' is no address of PostgreSQL, such as %s//localhost/coesite"
              .formatted(withoutOptions(address), PREFIX));
    }
    this.address = address;
    put("user", environment.get("COESITE_DATABASE_USER"));
    put("password", environment.get("COESITE_DATABASE_PASSWORD"));
    properties.setProperty("ApplicationName", "coesite");
  }

  private void put(String key, @Nullable String value) {
    if (value != null) {
      properties.setProperty(key, value);
    }
  }

  /** The address without what follows its question mark: a password may stand there. */
  private static String withoutOptions(String address) {
    return address.replaceFirst("\\?.*", "").replaceFirst("//[^/@]*@", "//");
  }

  /**
   * Opens the database; our tables are made there or brought up to date.
   *
   * @throws DataDirectoryException if it does not answer or does not let us in
   */
  @SuppressWarnings("try")
  public SearchDatabase open() {
    try (Connection first = DriverManager.getConnection(address, properties)) {
      return SearchDatabase.open(address, properties);
    } catch (SQLException failure) {
      throw new DataDirectoryException(
          "database %s: %s".formatted(this, failure.getMessage()), failure);
    }
  }

  @Override
  public String toString() {
    return withoutOptions(address);
  }
}
