package org.lenetlab.app.run;

import com.google.common.base.Throwables;
import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import com.google.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.lenetlab.api.experiment.RunEvent;
import org.lenetlab.api.experiment.RunListener;
import org.lenetlab.api.fault.MachineFault;
import org.lenetlab.app.cli.MachineException;
import org.lenetlab.app.config.ExperimentFile;
import org.lenetlab.app.config.ExperimentFileException;
import org.lenetlab.app.config.ExperimentReader;
import org.lenetlab.app.config.Report;
import org.lenetlab.app.machine.BackendResolver;
import org.lenetlab.app.machine.DataOptions;
import org.lenetlab.results.store.Environment;
import org.lenetlab.results.store.Identity;
import org.lenetlab.results.store.ResultsStore;
import org.lenetlab.results.store.RunFolder;
import org.lenetlab.results.store.RunRecord;

/**
 * Trains runs that come from another machine, exactly as runs of this one: in a folder of results
 * that is made for the purpose and sent back.
 */
public final class RemoteRuns {
  private final ExperimentReader reader;
  private final BackendResolver backends;
  private final Map<Work.Data, StudyLoader> loaders = new HashMap<>();

  @Inject
  RemoteRuns(ExperimentReader reader, BackendResolver backends) {
    this.reader = reader;
    this.backends = backends;
  }

  /** Trains a {@link Work} and returns it {@link Work.Done}. */
  public byte[] train(byte[] parcel) {
    return Work.pack(train(Work.unpack(parcel, Work.class)));
  }

  private Work.Done train(Work work) {
    try {
      Path folder = Files.createTempDirectory("run");
      try {
        return train(work, folder);
      } finally {
        MoreFiles.deleteRecursively(folder, RecursiveDeleteOption.ALLOW_INSECURE);
      }
    } catch (MachineFault e) {
      return fault(String.valueOf(e.getMessage()));
    } catch (ExperimentFileException e) {
      return fault(Report.of(e.diagnostics(), (_, text) -> text));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return fault("interrupted");
    } catch (RuntimeException | IOException e) {
      return fault(Throwables.getStackTraceAsString(e));
    }
  }

  private static Work.Done fault(String words) {
    return Work.Done.fault("the executor on " + Environment.hostName() + ": " + words);
  }

  private Work.Done train(Work work, Path folder) throws IOException, InterruptedException {
    Run run = run(work, Files.writeString(folder.resolve("experiment.yaml"), work.experiment()));
    ResultsStore store = new ResultsStore(folder.resolve("results"));
    RunFolder files = run.folder(store);
    files.take(work.files());
    Queue<String> told = new ConcurrentLinkedQueue<>();
    LocalExecutor executor =
        new LocalExecutor(store, work::commit, new Logs(List.of()), work.threads(), true);
    List<RunRecord> _ = executor.execute(List.of(run), new Told(told));
    return Work.Done.of(files.contents(), told);
  }

  private Run run(Work work, Path file) {
    ExperimentFile experiment = reader.read(file, List.of()).asTrial(work.axes());
    Identity asked = Identity.parse(work.identity());
    Study study = load(experiment, work);
    Identity here = study.identity(asked.seed());
    if (!here.hash().equals(asked.hash())) {
      throw new MachineException("would train something else: " + asked.differences(here));
    }
    return new Run(study, here, work.pause());
  }

  /** What runs share is loaded once, by the first that needs it. */
  private synchronized Study load(ExperimentFile experiment, Work work) {
    return loaders
        .computeIfAbsent(
            work.data(),
            data -> new StudyLoader(backends, DataOptions.here(data.access()), work.threads()))
        .load(experiment);
  }

  /** Keeps what is told of the one run. */
  private record Told(Queue<String> words) implements Progress {
    @Override
    public RunListener begin(Run run) {
      return (RunEvent _) -> {};
    }

    @Override
    public void tell(Run run, String line) {
      words.add(line);
    }

    @Override
    public void end(Run run, RunRecord record) {}

    @Override
    public void close() {}
  }
}
