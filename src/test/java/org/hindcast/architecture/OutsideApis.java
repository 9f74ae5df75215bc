package org.hindcast.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.hindcast.architecture.House.API;
import static org.hindcast.architecture.House.DEMO;
import static org.hindcast.architecture.House.PASSWORD;
import static org.hindcast.architecture.House.PERSISTENCE;
import static org.hindcast.architecture.House.PREDICTION;
import static org.hindcast.architecture.House.SCHEMA;
import static org.hindcast.architecture.House.SECURITY;
import static org.hindcast.architecture.House.SETTINGS;
import static org.hindcast.architecture.House.USER;
import static org.hindcast.architecture.House.WEB;
import static org.hindcast.architecture.House.WEB_ACCOUNT;
import static org.hindcast.architecture.House.WEB_COMPONENT;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.hindcast.architecture.violators.mlmodel.AsksTheDatabase;
import org.hindcast.architecture.violators.project.Migrates;
import org.hindcast.architecture.violators.project.ReadsCsv;
import org.hindcast.architecture.violators.user.ReadsHeaders;
import org.hindcast.architecture.violators.user.ReadsTheEnvironment;
import org.hindcast.architecture.violators.user.ShowsMessages;
import org.hindcast.architecture.violators.web.page.KnowsItsServer;
import org.hindcast.architecture.violators.web.page.SignsIn;
import org.hindcast.architecture.violators.web.page.SpeaksJson;
import org.hindcast.architecture.violators.web.page.UsesAnyLibrary;

/** What the product uses of others, and where. */
final class OutsideApis {

    private static final DescribedPredicate<JavaClass> DATABASE = resideInAnyPackage(
                    "jakarta.persistence.criteria..", "java.sql..", "javax.sql..", "org.postgresql..")
            .or(
                    nameOf(
                            "jakarta\\.persistence\\.(EntityManager|EntityManagerFactory|EntityTransaction|PersistenceContext"
                                    + "|PersistenceUnit|Query|TypedQuery|StoredProcedureQuery|NamedQuery|NamedNativeQuery|Tuple)"))
            .as("of the database");

    private static final String[] SERVERS = {
        "org.eclipse.persistence..",
        "org.hibernate..",
        "com.sun..",
        "org.glassfish..",
        "fish.payara..",
        "org.jboss..",
        "org.wildfly..",
        "io.undertow..",
        "org.apache.catalina..",
        "org.omnifaces.."
    };

    private static final String[] KNOWN = {
        "java..",
        "javax..",
        "jakarta..",
        "org.hindcast..",
        "org.primefaces..",
        "org.flywaydb..",
        "org.postgresql..",
        "de.siegmar.fastcsv..",
        "org.dhatim.fastexcel.."
    };

    private OutsideApis() {}

    static Stream<Rule> rules() {
        return Stream.of(
                only(List.of("jakarta.faces..", "org.primefaces.."), ShowsMessages.class, WEB),
                only(List.of("jakarta.servlet.."), ReadsHeaders.class, WEB, API, SECURITY),
                only(List.of("jakarta.ws.rs..", "jakarta.json..", "jakarta.json.bind.."), SpeaksJson.class, API),
                only(List.of("jakarta.security.enterprise.."), SignsIn.class, SECURITY, PASSWORD, WEB_ACCOUNT),
                only(List.of("org.flywaydb.."), Migrates.class, SCHEMA),
                only(
                        List.of("de.siegmar.fastcsv..", "org.dhatim.fastexcel.."),
                        ReadsCsv.class,
                        WEB_COMPONENT,
                        USER,
                        DEMO,
                        PREDICTION,
                        API),
                new Rule(
                        "only services, persistence, schema and prediction speak with the database",
                        OutsideApis::database,
                        AsksTheDatabase.class),
                new Rule("no part is tied to a server or a provider", OutsideApis::servers, KnowsItsServer.class),
                new Rule("no library comes in unnoticed", OutsideApis::libraries, UsesAnyLibrary.class),
                new Rule("only settings reads the environment", OutsideApis::environment, ReadsTheEnvironment.class));
    }

    private static Rule only(List<String> api, Class<?> violator, String... parts) {
        String sentence = "only " + String.join(", ", parts) + " may use " + String.join(", ", api);
        return new Rule(
                sentence,
                house -> noClasses()
                        .that(not(house.in(parts)))
                        .should()
                        .dependOnClassesThat(resideInAnyPackage(api.toArray(String[]::new))),
                violator);
    }

    private static ArchRule database(House house) {
        return noClasses()
                .that(not(house.in(PERSISTENCE, SCHEMA, PREDICTION)))
                .and(not(simpleNameEndingWith("Service")))
                .should()
                .dependOnClassesThat(DATABASE);
    }

    private static ArchRule servers(House house) {
        return noClasses().should().dependOnClassesThat(resideInAnyPackage(SERVERS));
    }

    private static ArchRule libraries(House house) {
        return classes().should().onlyDependOnClassesThat(resideInAnyPackage(KNOWN));
    }

    private static ArchRule environment(House house) {
        return noClasses()
                .that(not(house.in(SETTINGS)))
                .should()
                .callMethodWhere(target(owner(nameOf("java\\.lang\\.System")))
                        .and(target(nameMatching("getenv|getProperty|getProperties"))));
    }

    private static DescribedPredicate<JavaClass> nameOf(String pattern) {
        return DescribedPredicate.describe(pattern, type -> type.getName().matches(pattern));
    }
}
