package org.hindcast.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.INTERFACES;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.stream.Stream;
import org.hindcast.architecture.violators.project.Greeting;
import org.hindcast.architecture.violators.project.MailHelper;
import org.hindcast.architecture.violators.project.Wishful;
import org.hindcast.architecture.violators.project.inner.Hidden;
import org.hindcast.architecture.violators.web.page.Octopus;

/** What classes look like. */
final class Shapes {

    private static final int MOST_INJECTED = 6;
    private static final List<Class<? extends java.lang.annotation.Annotation>> INJECTING =
            List.of(Inject.class, Resource.class, EJB.class, PersistenceContext.class);

    private Shapes() {}

    static Stream<Rule> rules() {
        return Stream.of(
                new Rule("names say what, not how", house -> names(), MailHelper.class),
                new Rule("a class is given at most six others", house -> fewInjected(), Octopus.class),
                new Rule("no interface in a room has a single implementation", Shapes::noLoneInterface, Greeting.class),
                new Rule("rooms and bedrock are flat", Shapes::flat, Hidden.class),
                new Rule("an entity knows no service", house -> entities(), Wishful.class));
    }

    private static ArchRule names() {
        return noClasses().should().haveNameMatching(".*(Impl|Manager|Helper|Utils?|DTO|Dto)");
    }

    private static ArchRule fewInjected() {
        return classes().should(new ArchCondition<JavaClass>("have at most six injected fields") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                long injected =
                        type.getAllFields().stream().filter(Shapes::isInjected).count();
                if (injected > MOST_INJECTED) {
                    events.add(violated(type, type.getName() + " has " + injected + " injected fields"));
                }
            }
        });
    }

    private static boolean isInjected(JavaField field) {
        return INJECTING.stream().anyMatch(field::isAnnotatedWith);
    }

    private static ArchRule noLoneInterface(House house) {
        return classes()
                .that(house.in(House.ROOMS))
                .and(INTERFACES)
                .should(new ArchCondition<JavaClass>("have none or several implementations") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        if (type.getAllSubclasses().size() == 1) {
                            events.add(violated(type, type.getName() + " has a single implementation"));
                        }
                    }
                });
    }

    private static ArchRule flat(House house) {
        String[] inner = Stream.of(House.ROOMS, House.BEDROCK)
                .flatMap(List::stream)
                .map(part -> house.root() + "." + part + ".*..")
                .toArray(String[]::new);
        return noClasses().should().resideInAnyPackage(inner);
    }

    private static ArchRule entities() {
        return noClasses()
                .that()
                .areAnnotatedWith(Entity.class)
                .should()
                .dependOnClassesThat(simpleNameEndingWith("Service").and(resideInAnyPackage("org.hindcast..")));
    }
}
