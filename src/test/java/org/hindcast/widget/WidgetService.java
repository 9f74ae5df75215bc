package org.hindcast.widget;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.hindcast.persistence.CrudService;

/** Widgets. */
@ApplicationScoped
@Transactional
public class WidgetService extends CrudService<Widget> {

    public WidgetService() {
        super(Widget.class, "widgets", "name");
    }
}
