package org.hindcast.web.component;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
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
                text = new Text(Charset.forName(getCharacterEncoding()));
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
            if (text != null && text.size() > 0) {
                setContentLength(text.size());
                text.writeTo(getOutputStream());
            }
        }

        private void forget() {
            text = null;
            writer = null;
        }
    }

    /** Bytes of a text, encoded piece by piece; like a BufferedWriter, but for one thread. */
    private static final class Text extends Writer {

        private static final int USUAL = 32_768;
        private static final int PIECE = 4_096;

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL);
        private final Writer encoder;
        private final char[] piece = new char[PIECE];
        private int length;

        Text(Charset charset) {
            encoder = new OutputStreamWriter(bytes, charset);
        }

        int size() throws IOException {
            encode();
            encoder.flush();
            return bytes.size();
        }

        void writeTo(OutputStream out) throws IOException {
            bytes.writeTo(out);
        }

        @Override
        public void write(int character) throws IOException {
            makeRoom(1);
            piece[length++] = (char) character;
        }

        @Override
        public void write(char[] characters, int from, int count) throws IOException {
            makeRoom(count);
            if (count > PIECE) {
                encoder.write(characters, from, count);
            } else {
                System.arraycopy(characters, from, piece, length, count);
                length += count;
            }
        }

        @Override
        public void write(String string, int from, int count) throws IOException {
            makeRoom(count);
            if (count > PIECE) {
                encoder.write(string, from, count);
            } else {
                string.getChars(from, from + count, piece, length);
                length += count;
            }
        }

        private void makeRoom(int count) throws IOException {
            if (length + count > PIECE) {
                encode();
            }
        }

        private void encode() throws IOException {
            encoder.write(piece, 0, length);
            length = 0;
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
