package org.hindcast.api;

import jakarta.json.Json;
import jakarta.json.JsonConfig;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.hindcast.Refusal;
import org.hindcast.persistence.Characters;

/**
 * A record as a program sends it: each resource takes the members that it knows by name, so that nothing else of the record can
 * be set. A member that nobody took is refused, and so is everything of the wrong kind, all at once.
 */
final class Body {

    private static final int UNPROCESSABLE = 422;
    private static final int DEEPEST = 64;
    private static final int BAD = Status.BAD_REQUEST.getStatusCode();
    private static final Map<String, Object> NO_TWINS = Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE);

    private final JsonObject json;
    private final String path;
    private final Set<String> taken = new HashSet<>();
    private final List<Fault.Line> wrong;

    private Body(JsonObject json, String path, List<Fault.Line> wrong) {
        this.json = json;
        this.path = path;
        this.wrong = wrong;
    }

    static Body read(InputStream stream) {
        try {
            String text = Characters.decoded(stream.readAllBytes()); // RFC 8259, 8.1
            refuseDepth(text);
            return new Body(parse(text), "", new ArrayList<>());
        } catch (CharacterCodingException e) {
            throw Fault.of(BAD, "prediction.row.utf8");
        } catch (IOException e) {
            throw Fault.of(BAD, "api.broken");
        } catch (JsonException | UnsupportedOperationException | NumberFormatException e) {
            // the last two are the parser's for numbers beyond its bounds
            throw Fault.of(BAD, "api.notJson");
        }
    }

    /** A member that a new record cannot do without. */
    void require(String name) {
        if (!json.containsKey(name)) {
            wrong(name, "api.required");
        }
    }

    /** A member that holds text; null empties it. */
    void text(String name, Consumer<String> set) {
        take(name, value -> {
            String text = value == JsonValue.NULL ? "" : value instanceof JsonString s ? s.getString() : null;
            if (text == null) {
                wrong(name, "api.notText");
            } else if (text.codePoints().anyMatch(Body::isUnfit)) {
                wrong(name, "api.control");
            } else {
                set.accept(text);
            }
        });
    }

    void whole(String name, IntConsumer set) {
        take(name, value -> {
            if (value instanceof JsonNumber number && isInt(number)) {
                set.accept((int) number.doubleValue());
            } else {
                wrong(name, "api.notWhole");
            }
        });
    }

    void number(String name, DoubleConsumer set) {
        take(name, value -> {
            if (value instanceof JsonNumber number && Double.isFinite(number.doubleValue())) {
                set.accept(number.doubleValue());
            } else {
                wrong(name, "api.notNumber");
            }
        });
    }

    /** A member that holds one of a few names. */
    <T> void choice(String name, Function<String, Optional<T>> read, Consumer<T> set) {
        take(name, value -> {
            Optional<T> chosen = value instanceof JsonString text ? read.apply(text.getString()) : Optional.empty();
            chosen.ifPresentOrElse(set, () -> wrong(name, "api." + name));
        });
    }

    /** A member that names another record, as {@code {"id": 7}}, or null for none. */
    <T> void record(String name, Function<Integer, T> find, Consumer<T> set) {
        take(name, value -> {
            if (value == JsonValue.NULL) {
                set.accept(null);
            } else if (value instanceof JsonObject object) {
                Body inner = new Body(object, path + "/" + escape(name), wrong);
                inner.whole("id", id -> found(name, id, find, set));
                inner.refuseRest();
            } else {
                wrong(name, "api.notRecord");
            }
        });
    }

    /** To be called last. @throws Fault when a member was left over or of the wrong kind */
    void end() {
        refuseRest();
        if (!wrong.isEmpty()) {
            boolean unknown = wrong.stream().anyMatch(line -> line.key().equals("api.unknown"));
            throw Fault.all(unknown ? BAD : UNPROCESSABLE, wrong);
        }
    }

    private <T> void found(String name, int id, Function<Integer, T> find, Consumer<T> set) {
        try {
            set.accept(find.apply(id));
        } catch (Refusal.Missing e) {
            wrong(name, "api.noRecord");
        }
    }

    private void refuseRest() {
        json.keySet().stream().filter(name -> !taken.contains(name)).forEach(name -> wrong(name, "api.unknown", name));
    }

    private void take(String name, Consumer<JsonValue> use) {
        taken.add(name);
        if (json.containsKey(name)) {
            use.accept(json.get(name));
        }
    }

    private void wrong(String name, String key, Object... arguments) {
        wrong.add(Fault.Line.of(path + "/" + escape(name), key, arguments));
    }

    private static JsonObject parse(String text) {
        try (JsonReader reader = Json.createReaderFactory(NO_TWINS).createReader(new StringReader(text))) {
            JsonStructure json = reader.read();
            if (json instanceof JsonObject object) {
                return object;
            }
            throw Fault.of(BAD, "api.notObject");
        }
    }

    /** Before anything is built of it: a parser may need a stack as deep as the text. */
    private static void refuseDepth(String text) {
        try (JsonParser parser = Json.createParser(new StringReader(text))) {
            int depth = 0;
            while (parser.hasNext() && depth <= DEEPEST) {
                depth += step(parser.next());
            }
            if (depth > DEEPEST) {
                throw Fault.of(BAD, "api.deep", DEEPEST);
            }
        }
    }

    private static int step(Event event) {
        return switch (event) {
            case START_OBJECT, START_ARRAY -> 1;
            case END_OBJECT, END_ARRAY -> -1;
            default -> 0;
        };
    }

    private static boolean isInt(JsonNumber number) {
        double value = number.doubleValue();
        return value == Math.rint(value) && Math.abs(value) <= Integer.MAX_VALUE;
    }

    private static boolean isUnfit(int c) {
        boolean control = Character.isISOControl(c) && c != '\n' && c != '\t' && c != '\r';
        return control || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }

    private static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
