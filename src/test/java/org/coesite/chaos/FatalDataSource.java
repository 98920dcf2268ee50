package org.coesite.chaos;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Connections that tell a fate of each statement and commit before and after it is done. */
final class FatalDataSource extends DelegatingDataSource {

  private final Fate fate;

  FatalDataSource(DataSource target, Fate fate) {
    super(target);
    this.fate = fate;
  }

  @Override
  public Connection getConnection() throws SQLException {
    return (Connection) watched(Connection.class, super.getConnection());
  }

  private Object watched(Class<?> type, Object target) {
    InvocationHandler handler = (proxy, method, arguments) -> call(target, method, arguments);
    return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
  }

  private Object call(Object target, Method method, Object[] arguments) throws Throwable {
    String name = method.getName();
    boolean fatal = name.startsWith("execute") || name.equals("commit");
    if (fatal) {
      fate.moment();
    }
    Object result;
    try {
      result = method.invoke(target, arguments);
    } catch (InvocationTargetException failure) {
      throw failure.getCause();
    }
    if (fatal) {
      fate.moment();
    }
    if (result instanceof CallableStatement) {
      return watched(CallableStatement.class, result);
    }
    if (result instanceof PreparedStatement) {
      return watched(PreparedStatement.class, result);
    }
    return result instanceof Statement ? watched(Statement.class, result) : result;
  }
}
