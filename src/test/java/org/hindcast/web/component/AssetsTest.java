package org.hindcast.web.component;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.ServletContext;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files by their fingerprints, on a server that finds a file under every spelling of its path. */
class AssetsTest {

    private final Assets assets = new Assets();
    private final AtomicInteger read = new AtomicInteger();

    @BeforeEach
    void a_server() throws Exception {
        Field context = Assets.class.getDeclaredField("context");
        context.setAccessible(true);
        context.set(
                assets,
                Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {ServletContext.class},
                        (proxy, called, arguments) -> called.getName().equals("getContextPath") ? "" : file()));
    }

    private ByteArrayInputStream file() {
        read.incrementAndGet();
        return new ByteArrayInputStream(new byte[0]);
    }

    @Test
    void a_file_is_current_with_its_own_fingerprint() {
        String version = assets.url("css/hindcast.css").split("=")[1];
        assertTrue(assets.isCurrent("/resources/hindcast/css/hindcast.css", version));
        assertFalse(assets.isCurrent("/resources/hindcast/css/hindcast.css", "000000000000"));
    }

    @ParameterizedTest // or strangers could fill the memory with spellings of one file
    @ValueSource(
            strings = {"css//hindcast.css", "./css/hindcast.css", "css/../css/hindcast.css", "css/hindcast.css/", ""})
    void other_spellings_of_its_path_are_neither_looked_for_nor_kept(String path) {
        assertFalse(assets.isCurrent("/resources/hindcast/" + path, "e3b0c44298fc"));
        assertThrows(IllegalArgumentException.class, () -> assets.url(path));
        assertTrue(read.get() == 0, path);
    }
}
