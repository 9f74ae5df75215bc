package org.hindcast.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * The parts of the product by name. The same plan is laid over the product and over the violators, which stand in packages of
 * the same names below a root of their own.
 *
 * @param root the package that all parts stand in
 */
public record House(String root) {

    /** The product. */
    public static final House HINDCAST = new House("org.hindcast");

    /** Code that breaks each rule on purpose. */
    public static final House VIOLATORS = new House("org.hindcast.architecture.violators");

    static final String PERSISTENCE = "persistence";
    static final String SCHEMA = "schema";
    static final String PASSWORD = "password";
    static final String SETTINGS = "settings";
    static final String LOG = "log";

    static final String USER = "user";
    static final String PROJECT = "project";
    static final String DATASET = "dataset";
    static final String MLMODEL = "mlmodel";
    static final String PREDICTION = "prediction";
    static final String AUDIT = "audit";

    static final String WEB = "web";
    static final String WEB_PAGE = "web.page";
    static final String WEB_ACCOUNT = "web.account";
    static final String WEB_ADMIN = "web.admin";
    static final String WEB_FILES = "web.files";
    static final String WEB_READER = "web.reader";
    static final String WEB_COMPONENT = "web.component";
    static final String API = "api";
    static final String SECURITY = "security";
    static final String DEMO = "demo";

    /** What would be the same in any product. */
    static final List<String> BEDROCK = List.of(PERSISTENCE, SCHEMA, PASSWORD, SETTINGS, LOG);

    /** What the product is: each room may know those before it. */
    static final List<String> ROOMS = List.of(USER, PROJECT, DATASET, MLMODEL, PREDICTION, AUDIT);

    /** Through which somebody comes in. */
    static final List<String> DOORS = List.of(WEB, API, SECURITY, DEMO);

    /** Doors into which nothing leads from inside. */
    static final List<String> OUTERMOST = List.of(WEB, API, DEMO);

    /** Every package that the product consists of. */
    public static List<String> parts() {
        List<String> pages = List.of(WEB_PAGE, WEB_ACCOUNT, WEB_ADMIN, WEB_FILES, WEB_READER, WEB_COMPONENT);
        return Stream.of(BEDROCK, ROOMS, DOORS, pages).flatMap(List::stream).toList();
    }

    /** The rooms that the given one may know. */
    static List<String> before(String room) {
        return ROOMS.subList(0, ROOMS.indexOf(room));
    }

    /** Several lists of parts as one. */
    @SafeVarargs
    static List<String> all(List<String>... parts) {
        return Stream.of(parts).flatMap(List::stream).toList();
    }

    /** Classes of these parts, and of what lies within them. */
    DescribedPredicate<JavaClass> in(Collection<String> parts) {
        return resideInAnyPackage(parts.stream().map(this::pattern).toArray(String[]::new))
                .as("in " + String.join(", ", parts));
    }

    DescribedPredicate<JavaClass> in(String... parts) {
        return in(List.of(parts));
    }

    /** Classes of the product that belong to none of these parts, nor to all of them as {@code Refusal} does. */
    DescribedPredicate<JavaClass> elsewhereThan(Collection<String> parts) {
        DescribedPredicate<JavaClass> product = resideInAnyPackage(root + ".*..");
        DescribedPredicate<JavaClass> here = in(parts);
        return describe(
                "of the product outside of " + String.join(", ", parts),
                type -> product.test(type) && !here.test(type));
    }

    private String pattern(String part) {
        return root + "." + part + "..";
    }
}
