package org.hindcast.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hindcast.user.Scope;
import org.junit.jupiter.api.Test;

/** What stands behind the door is closed, and described. */
class RestDoorTest {

    @Test // SEC-3
    void every_method_names_the_scopes_that_it_takes() {
        Set<String> scopes = Arrays.stream(Scope.values()).map(Scope::key).collect(Collectors.toSet());
        methods().forEach(method -> {
            RolesAllowed roles = method.getAnnotation(RolesAllowed.class);
            boolean open = method.isAnnotationPresent(PermitAll.class);
            assertTrue(open || roles != null && scopes.containsAll(List.of(roles.value())), method.toString());
        });
        assertEquals(
                List.of("description"),
                methods()
                        .filter(method -> method.isAnnotationPresent(PermitAll.class))
                        .map(Method::getName)
                        .toList());
    }

    @Test
    void every_resource_is_behind_the_door() throws IOException {
        Set<String> known =
                new RestDoor().getClasses().stream().map(Class::getSimpleName).collect(Collectors.toSet());
        try (Stream<java.nio.file.Path> sources =
                java.nio.file.Files.list(java.nio.file.Path.of("src/main/java/org/hindcast/api"))) {
            List<String> resources = sources.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Resource.java"))
                    .map(name -> name.replace(".java", ""))
                    .toList();
            assertTrue(known.containsAll(resources), resources + " in " + known);
        }
    }

    @Test
    void the_description_names_exactly_the_methods_that_there_are() throws IOException {
        Set<String> described = new TreeSet<>();
        description()
                .getPaths()
                .forEach((path, item) ->
                        item.readOperationsMap().keySet().forEach(method -> described.add(method + " " + path)));
        Set<String> there = new TreeSet<>();
        for (Class<?> resource : resources()) {
            for (Method method : resource.getMethods()) {
                httpMethod(method).forEach(http -> there.add(http + " " + path(resource, method)));
            }
        }
        assertEquals(there, described);
    }

    @Test
    void the_description_names_the_scopes_of_each_method() throws IOException {
        OpenAPI description = description();
        for (Class<?> resource : resources()) {
            for (Method method : resource.getMethods()) {
                httpMethod(method).forEach(http -> {
                    var operation =
                            description.getPaths().get(path(resource, method)).readOperationsMap().entrySet().stream()
                                    .filter(entry -> entry.getKey().name().equals(http))
                                    .findFirst()
                                    .orElseThrow()
                                    .getValue();
                    Set<String> said = operation.getSecurity().stream()
                            .flatMap(requirement -> requirement.getOrDefault("token", List.of()).stream())
                            .collect(Collectors.toSet());
                    RolesAllowed roles = method.getAnnotation(RolesAllowed.class);
                    assertEquals(
                            roles == null ? Set.of() : Set.of(roles.value()),
                            said,
                            http + " " + path(resource, method));
                });
            }
        }
    }

    @Test
    void the_description_names_exactly_the_fields_that_answers_show() throws IOException {
        Map<String, Records<?>> rooms = Map.of(
                "Project", new ProjectsResource(),
                "Dataset", new DatasetsResource(),
                "Model", new ModelsResource(),
                "Version", new VersionsResource());
        JsonNode schemas = new ObjectMapper().readTree(text()).at("/components/schemas");
        rooms.forEach((name, room) -> {
            Set<String> shown = new TreeSet<>(room.fields());
            shown.addAll(List.of("id", "createdAt", "version"));
            assertEquals(shown, fields(schemas, name, ""), name);
        });
    }

    @Test // SEC-4
    void every_method_that_needs_the_database_says_when_to_come_again() throws IOException {
        JsonNode all = new ObjectMapper().readTree(text());
        Set<String> silent = new TreeSet<>();
        all.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(method -> method.getValue().at("/responses").has("401"))
                        .filter(method -> !method.getValue().at("/responses").has("503"))
                        .forEach(method -> silent.add(method.getKey() + " " + path.getKey())));
        assertEquals(Set.of(), silent);
        assertTrue(all.at("/components/responses/Unavailable/headers").has("Retry-After"));
    }

    @Test
    void of_every_answer_but_a_problem_all_fields_are_always_there() throws IOException {
        JsonNode schemas = new ObjectMapper().readTree(text()).at("/components/schemas");
        for (String name : List.of(
                "Project",
                "Dataset",
                "Model",
                "Version",
                "LatestVersion",
                "Person",
                "Named",
                "Prediction",
                "Producer",
                "Stored",
                "Replaced",
                "Scores",
                "Series")) {
            Set<String> required = new TreeSet<>();
            schemas.get(name).path("required").forEach(field -> required.add(field.asText()));
            Set<String> fields = new TreeSet<>();
            schemas.get(name).get("properties").fieldNames().forEachRemaining(fields::add);
            assertEquals(fields, required, name);
        }
    }

    private static Set<String> fields(JsonNode schemas, String name, String prefix) {
        Set<String> fields = new TreeSet<>();
        schemas.get(name).get("properties").properties().forEach(property -> {
            String inner = (property.getValue().has("oneOf")
                            ? property.getValue().at("/oneOf/0")
                            : property.getValue())
                    .path("$ref")
                    .asText()
                    .replaceFirst("^.*/", "");
            String path = prefix + property.getKey();
            if (schemas.path(inner).has("properties")) {
                fields.addAll(fields(schemas, inner, path + "."));
            } else {
                fields.add(path);
            }
        });
        return fields;
    }

    @Test
    void another_tool_finds_no_fault_with_the_description() throws IOException {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        SwaggerParseResult result = new OpenAPIV3Parser().readContents(text(), List.of(), options);
        assertEquals(List.of(), result.getMessages());
        assertEquals("3.1.0", result.getOpenAPI().getOpenapi());
    }

    private static OpenAPI description() throws IOException {
        return new OpenAPIV3Parser()
                .readContents(text(), List.of(), new ParseOptions())
                .getOpenAPI();
    }

    private static String text() throws IOException {
        try (InputStream file = RestDoor.class.getResourceAsStream(DescriptionResource.FILE)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<Class<?>> resources() {
        return new RestDoor()
                .getClasses().stream()
                        .filter(type -> type.isAnnotationPresent(Path.class))
                        .toList();
    }

    private static Stream<Method> methods() {
        return resources().stream()
                .flatMap(resource -> Arrays.stream(resource.getMethods()))
                .filter(method -> httpMethod(method).findAny().isPresent());
    }

    private static Stream<String> httpMethod(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(java.util.Objects::nonNull)
                .map(HttpMethod::value);
    }

    private static String path(Class<?> resource, Method method) {
        Path own = method.getAnnotation(Path.class);
        return "/api/" + resource.getAnnotation(Path.class).value() + (own == null ? "" : "/" + own.value());
    }
}
