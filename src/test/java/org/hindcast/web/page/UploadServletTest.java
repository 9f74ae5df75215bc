package org.hindcast.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.persistence.PersistenceException;
import jakarta.servlet.http.Part;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.nio.channels.FileChannel;
import java.util.Set;
import org.hindcast.mlmodel.ModelVersion;
import org.hindcast.mlmodel.VersionService;
import org.hindcast.persistence.Actor;
import org.hindcast.prediction.PredictionFile;
import org.hindcast.security.SignedIn;
import org.hindcast.web.component.Asked;
import org.hindcast.web.files.FileJob;
import org.hindcast.web.files.FileServlet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a file on its way in. */
class UploadServletTest {

    private final UploadServlet servlet = new UploadServlet();
    private final Set<String> before = names();
    private FileChannel kept;

    @BeforeEach
    void a_database_that_is_away() throws Exception {
        set(UploadServlet.class, "jobs", new UploadJobs() {
            @Override
            public FileJob<PredictionFile, Report> check(PredictionFile file, Actor actor) {
                kept = file.content();
                assertEquals(before, names(), "A server that is killed now leaves nothing behind");
                throw new PersistenceException("away");
            }
        });
        set(UploadServlet.class, "versions", new VersionService() {
            @Override
            public ModelVersion find(Integer id) {
                return new ModelVersion();
            }
        });
        set(UploadServlet.class, "asked", new Asked() {
            @Override
            public String get(String name) {
                return "1";
            }
        });
        set(FileServlet.class, "me", new SignedIn() {
            @Override
            public Actor actor() {
                return Actor.SYSTEM;
            }
        });
    }

    @Test
    void a_file_that_cannot_be_looked_through_does_not_stay_on_the_disk() {
        Part part = (Part) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Part.class},
                (proxy, method, arguments) -> new ByteArrayInputStream(new byte[] {'a'}));
        assertThrows(PersistenceException.class, () -> servlet.receive("a.csv", part, null));
        assertFalse(kept.isOpen());
    }

    private static Set<String> names() {
        String[] names =
                new File(System.getProperty("java.io.tmpdir")).list((folder, name) -> name.startsWith("hindcast"));
        return Set.of(names);
    }

    private void set(Class<?> type, String name, Object value) throws ReflectiveOperationException {
        Field field = type.getDeclaredField(name);
        field.setAccessible(true);
        field.set(servlet, value);
    }
}
