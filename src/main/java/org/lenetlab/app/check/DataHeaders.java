package org.lenetlab.app.check;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.lenetlab.api.data.DataAccess;
import org.lenetlab.api.data.DataException;
import org.lenetlab.api.data.DatasetInfo;
import org.lenetlab.api.data.DatasetSpec;
import org.lenetlab.api.experiment.DatasetBlock;
import org.lenetlab.api.spec.SpecException;

/** What is known of datasets from their headers; each is looked at once. */
final class DataHeaders {
  private final DataAccess access;
  private final Map<DatasetSpec, Object> known = new HashMap<>();

  DataHeaders(DataAccess access) {
    this.access = access;
  }

  /** What is known of a dataset; nothing, and a finding that says why, where it cannot be. */
  Optional<DatasetInfo> info(DatasetBlock block, Findings findings) {
    Object answer = known.computeIfAbsent(block.source(), this::ask);
    switch (answer) {
      case SpecException e -> findings.errors(e, "dataset");
      case DataException e ->
          findings.note(
              "dataset/name", "shapes and sizes are not checked", String.valueOf(e.getMessage()));
      default -> {
        return Optional.of((DatasetInfo) answer);
      }
    }
    return Optional.empty();
  }

  private Object ask(DatasetSpec source) {
    try {
      return source.info(access);
    } catch (SpecException | DataException e) {
      return e;
    }
  }
}
