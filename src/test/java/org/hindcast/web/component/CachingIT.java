package org.hindcast.web.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;
import org.hindcast.support.Hindcast;
import org.hindcast.support.Visitor;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What browsers may keep, and for how long. */
@ArquillianTest
@RunAsClient
@Tag("thread")
class CachingIT {

    private final Visitor visitor = new Visitor();

    @Test
    void what_a_page_needs_is_named_by_its_content_kept_for_a_year_and_compressed() throws Exception {
        List<String> addresses = visitor.page("signin").select("link[href], script[src], img[src]").stream()
                .map(element -> element.hasAttr("href") ? element.attr("href") : element.attr("src"))
                .toList();
        assertTrue(addresses.size() >= 3, addresses.toString());
        for (String address : addresses) {
            assertTrue(address.matches(".*\\?v=[0-9a-f]{12}"), address);
            HttpResponse<byte[]> answer = compressed(address.substring(1), HttpClient.Version.HTTP_1_1);
            assertEquals(
                    "public, max-age=31536000, immutable",
                    answer.headers().firstValue("Cache-Control").orElse(""),
                    address);
            boolean gzip = answer.headers().firstValue("Content-Encoding").equals(Optional.of("gzip"));
            assertTrue(gzip || answer.body().length < 1024, address);
        }
    }

    @Test
    void an_address_that_does_not_name_the_content_is_asked_for_each_time() throws Exception {
        for (String address : List.of("", "?v=", "?v=000000000000")) {
            assertEquals(
                    "no-cache",
                    visitor.get("resources/hindcast/css/hindcast.css" + address).header("Cache-Control"),
                    address);
        }
    }

    @Test
    void nobody_keeps_a_page_or_a_failure() throws Exception {
        assertEquals("no-store", visitor.get("signin").header("Cache-Control"));
        assertEquals("no-store", visitor.get("models").header("Cache-Control"));
        assertEquals(
                "no-store", visitor.get("resources/hindcast/nothing.css?v=1").header("Cache-Control"));
        assertEquals("no-store", visitor.get("resources/hindcast/css/").header("Cache-Control"));
    }

    @Test
    void a_program_that_offers_http_2_is_not_told_of_a_compression_that_never_was() throws Exception {
        HttpResponse<byte[]> answer = compressed("resources/hindcast/css/hindcast.css", HttpClient.Version.HTTP_2);
        boolean gzip = answer.headers().firstValue("Content-Encoding").equals(Optional.of("gzip"));
        assertEquals(gzip, (answer.body()[0] & 0xff) == 0x1f && (answer.body()[1] & 0xff) == 0x8b);
        assertTrue(answer.body().length > 1024);
    }

    private static HttpResponse<byte[]> compressed(String address, HttpClient.Version version) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(Hindcast.url(address))
                .header("Accept-Encoding", "gzip")
                .build();
        HttpClient browser = HttpClient.newBuilder().version(version).build();
        return browser.send(request, BodyHandlers.ofByteArray());
    }
}
