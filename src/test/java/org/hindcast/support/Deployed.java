package org.hindcast.support;

import java.io.File;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * The one deployment that all integration tests share: the WAR as it was built, and one jar beside its libraries.
 *
 * <p>Five files more make a room that only the tests know, the widgets: they prove that a new entity takes no more.
 *
 * <p>The jar holds the tests that run inside of the server, which are the classes named {@code *ServiceIT}, and opens the
 * address under which they are called.
 */
public final class Deployed {

    private static final String OPEN_DOOR = """
            <web-fragment xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
              <security-constraint>
                <web-resource-collection>
                  <web-resource-name>tests</web-resource-name>
                  <url-pattern>/ArquillianServletRunnerEE9</url-pattern>
                </web-resource-collection>
              </security-constraint>
            </web-fragment>
            """;

    private Deployed() {}

    @Deployment
    public static WebArchive war() {
        File built = new File(System.getProperty("hindcast.war"));
        return ShrinkWrap.create(ZipImporter.class, "hindcast.war")
                .importFrom(built)
                .as(WebArchive.class)
                .addAsLibrary(tests())
                .addPackage("org.hindcast.widget")
                .addClass("org.hindcast.web.admin.WidgetsPage")
                .addAsResource("widget/V9000__widgets.sql", "db/migration/V9000__widgets.sql")
                .addAsWebResource("widget/widgets.xhtml", "admin/widgets.xhtml");
    }

    private static JavaArchive tests() {
        return ShrinkWrap.create(JavaArchive.class, "tests.jar")
                .addPackages(true, path -> path.get().matches("(.*/)?.*ServiceIT(\\$.*)?\\.class"), "org.hindcast")
                .addAsManifestResource(new StringAsset(OPEN_DOOR), "web-fragment.xml");
    }
}
