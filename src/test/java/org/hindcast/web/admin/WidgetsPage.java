package org.hindcast.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.hindcast.persistence.CrudService;
import org.hindcast.web.component.Column;
import org.hindcast.widget.Widget;
import org.hindcast.widget.WidgetService;

/** Widgets, on a screen of their own. */
@Named
@RequestScoped
public class WidgetsPage extends CrudPage<Widget> {

    @Inject
    private WidgetService widgets;

    @Override
    protected CrudService<Widget> service() {
        return widgets;
    }

    @Override
    protected List<Column> columns() {
        return List.of(column("name"), column("weight"));
    }

    @Override
    protected Widget fresh() {
        return new Widget();
    }
}
