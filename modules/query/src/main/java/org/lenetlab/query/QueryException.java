package org.lenetlab.query;

/** A query that cannot be answered. The message is the database's. */
public final class QueryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  QueryException(Throwable cause) {
    super(String.valueOf(cause.getMessage()), cause);
  }

  QueryException(String message) {
    super(message);
  }
}
