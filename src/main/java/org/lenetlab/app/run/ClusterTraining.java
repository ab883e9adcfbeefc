package org.lenetlab.app.run;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lenetlab.api.experiment.RunListener;
import org.lenetlab.app.cli.MachineException;
import org.lenetlab.plugin.Cluster;
import org.lenetlab.results.store.RunFolder;
import org.lenetlab.results.store.RunRecord;

/**
 * Trains on a cluster: sends the run there as data, and keeps the files that come back.
 *
 * @param commit of this program's checkout
 * @param data where it is looked for
 */
record ClusterTraining(Cluster cluster, Supplier<String> commit, Work.Data data, Logs logs)
    implements Training {

  @Override
  public void train(Run run, RunFolder folder, @Nullable RunRecord before, Progress progress)
      throws InterruptedException {
    Work work =
        new Work(
            run.study().file().resolved(),
            new LinkedHashMap<>(run.study().file().axes()),
            run.identity().json(),
            run.pause(),
            run.study().threads(),
            commit.get(),
            data,
            new HashMap<>(folder.contents()));
    byte[] answer = cluster.call(Work.pack(work), new Watcher(run, progress));
    Work.Done done = Work.unpack(answer, Work.Done.class);
    if (done.fault() != null) {
      throw new MachineException(done.fault());
    }
    folder.take(done.files());
    done.told().forEach(words -> progress.tell(run, words));
    folder.record().ifPresent(it -> logs.replay(it, folder, w -> progress.tell(run, w)));
  }

  /** Tells of the run; what is begun again counts as begun. */
  private record Watcher(Run run, Progress progress, AtomicBoolean isBegun)
      implements Cluster.Watcher {
    Watcher(Run run, Progress progress) {
      this(run, progress, new AtomicBoolean());
    }

    @Override
    public void begun() {
      if (isBegun.compareAndSet(false, true)) {
        RunListener _ = progress.begin(run);
      }
    }

    @Override
    public void lost(String why) {
      progress.tell(run, "begins anew: " + why);
    }
  }
}
