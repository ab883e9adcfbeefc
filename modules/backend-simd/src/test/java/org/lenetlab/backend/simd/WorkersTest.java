package org.lenetlab.backend.simd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WorkersTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8})
  void eachTaskIsDoneOnceInEveryRound(int threads) {
    AtomicIntegerArray done = new AtomicIntegerArray(20);
    try (Workers workers = new Workers(threads)) {
      for (int round = 1; round <= 500; round++) {
        int count = 1 + round % 20;
        int before = done.get(count - 1);
        workers.run(count, (index, worker) -> done.incrementAndGet(index));
        assertThat(done.get(count - 1)).isEqualTo(before + 1);
      }
    }
    for (int i = 0; i < 20; i++) {
      assertThat(done.get(i)).isEqualTo(25 * (20 - i));
    }
  }

  @Test
  void noTwoTasksRunAtOnceOnTheSameWorker() {
    AtomicIntegerArray busy = new AtomicIntegerArray(4);
    try (Workers workers = new Workers(4)) {
      for (int round = 0; round < 200; round++) {
        workers.run(
            9,
            (index, worker) -> {
              assertThat(busy.incrementAndGet(worker)).isOne();
              busy.decrementAndGet(worker);
            });
      }
    }
  }

  /** Otherwise what a thread has in its cache would be of no use in the next round. */
  @Test
  void threadsHaveTheSameTasksInEveryRound() {
    int[] workers = new int[3];
    try (Workers three = new Workers(3)) {
      for (int round = 0; round < 50; round++) {
        CountDownLatch started = new CountDownLatch(3);
        three.run(
            3,
            (index, worker) -> {
              workers[index] = worker;
              started.countDown();
              await(started); // so that nobody is free to help
            });
        assertThat(workers).containsExactly(0, 1, 2);
      }
    }
  }

  @Test
  void aThreadThatIsHeldUpIsHelped() {
    AtomicIntegerArray done = new AtomicIntegerArray(20);
    try (Workers workers = new Workers(2)) {
      CountDownLatch others = new CountDownLatch(19);
      workers.run(
          20,
          (index, worker) -> {
            if (index == 0) {
              await(others);
            }
            done.incrementAndGet(index);
            others.countDown();
          });
    }
    for (int i = 0; i < 20; i++) {
      assertThat(done.get(i)).isOne();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void helpersThatSleepAreWoken() throws InterruptedException {
    AtomicIntegerArray done = new AtomicIntegerArray(1);
    try (Workers workers = new Workers(3)) {
      for (int round = 0; round < 5; round++) {
        Thread.sleep(20);
        workers.run(6, (index, worker) -> done.incrementAndGet(0));
      }
    }
    assertThat(done.get(0)).isEqualTo(30);
  }

  @Test
  void aFailingTaskFailsTheRoundAndNotTheNext() {
    try (Workers workers = new Workers(2)) {
      IllegalStateException failure = new IllegalStateException("task 5");
      assertThatThrownBy(
              () ->
                  workers.run(
                      8,
                      (index, worker) -> {
                        if (index == 5) {
                          throw failure;
                        }
                      }))
          .hasRootCause(failure);
      workers.run(8, (index, worker) -> {});
    }
  }
}
