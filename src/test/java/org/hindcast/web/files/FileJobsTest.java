package org.hindcast.web.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.hindcast.persistence.Actor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is kept of files that wait, and what becomes of one that is imported. */
class FileJobsTest {

    private static final int MOST = 10;

    private final List<String> dropped = new ArrayList<>();
    private final List<Runnable> begun = new ArrayList<>();
    private final FileJobs<String, String> jobs = new FileJobs<>() {
        @Override
        protected long mostBytes() {
            return MOST;
        }

        @Override
        protected String run(FileJob<String, String> job, String content, Actor actor) {
            throw new StackOverflowError(content);
        }
    };

    @BeforeEach
    void an_executor_that_waits() throws Exception {
        Field executor = FileJobs.class.getDeclaredField("executor");
        executor.setAccessible(true);
        executor.set(
                jobs,
                Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {ManagedExecutorService.class},
                        (proxy, method, arguments) -> begun.add((Runnable) arguments[0])));
    }

    @Test
    void an_import_that_breaks_down_is_over_and_the_next_one_may_begin() {
        FileJob<String, String> first = kept(1, 1);
        jobs.start(first, person(1));
        begun.get(0).run();
        assertEquals("stopped", first.getStep());
        assertEquals("import.failed", first.getRefusal().key());
        FileJob<String, String> next = kept(2, 1);
        jobs.start(next, person(2));
        assertEquals("running", next.getStep());
    }

    @Test
    void the_oldest_files_make_room_but_not_the_one_that_is_imported() {
        jobs.start(kept(1, 6), person(1));
        kept(2, 3);
        assertEquals(List.of(), dropped);
        kept(3, 3);
        assertEquals(List.of("2"), dropped);
    }

    private FileJob<String, String> kept(int owner, int bytes) {
        String name = String.valueOf(owner);
        return jobs.keep(
                name,
                new FileJob.Held<>(name, bytes, () -> dropped.add(name)),
                new FileJob.Found<>("", true, 1),
                person(owner));
    }

    private static Person person(int number) {
        return new Person(number, "person");
    }

    /** Somebody who may do everything. */
    private record Person(Integer id, String name) implements Actor {

        @Override
        public boolean can(String permission) {
            return true;
        }
    }
}
