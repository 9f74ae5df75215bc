package org.hindcast.web.component;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.Charset;

/**
 * Sends a page only when it is whole, however long it is: until then an exception can still be answered by an error page. It grows
 * with the page; the server's own buffer would be as large for each page as for the largest one.
 */
@WebFilter(servletNames = "faces")
public class WholePage extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Kept kept = new Kept(response);
        chain.doFilter(request, kept);
        kept.send();
    }

    /** An answer whose text is kept back. */
    private static final class Kept extends HttpServletResponseWrapper {

        private Text text;
        private PrintWriter writer;

        Kept(HttpServletResponse response) {
            super(response);
        }

        @Override
        public PrintWriter getWriter() {
            if (writer == null) {
                text = new Text();
                writer = new PrintWriter(text);
            }
            return writer;
        }

        @Override
        public void setBufferSize(int size) {
            // it grows
        }

        @Override
        public void flushBuffer() throws IOException {
            if (writer == null) {
                super.flushBuffer();
            }
        }

        @Override
        public void resetBuffer() {
            super.resetBuffer();
            forget();
        }

        @Override
        public void reset() {
            super.reset();
            forget();
        }

        @Override
        public void sendError(int status) throws IOException {
            forget();
            super.sendError(status);
        }

        @Override
        public void sendError(int status, String message) throws IOException {
            forget();
            super.sendError(status, message);
        }

        void send() throws IOException {
            if (text != null && text.content.length() > 0) {
                byte[] bytes = text.content.toString().getBytes(Charset.forName(getCharacterEncoding()));
                setContentLength(bytes.length);
                getOutputStream().write(bytes);
            }
        }

        private void forget() {
            text = null;
            writer = null;
        }
    }

    /** Like a StringWriter, but for one thread. */
    private static final class Text extends Writer {

        private static final int USUAL = 32_768;

        private final StringBuilder content = new StringBuilder(USUAL);

        @Override
        public void write(int character) {
            content.append((char) character);
        }

        @Override
        public void write(char[] characters, int from, int length) {
            content.append(characters, from, length);
        }

        @Override
        public void write(String string, int from, int length) {
            content.append(string, from, from + length);
        }

        @Override
        public void flush() {
            // it is sent as a whole
        }

        @Override
        public void close() {
            // nothing to give back
        }
    }
}
