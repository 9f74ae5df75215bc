package org.hindcast.web.component;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;

/** What the fields of a form say: what is wrong with them, or else how to fill them in. */
@Named
@ApplicationScoped
public class Fields {

    private static final int FEW = 3;

    /** What is wrong with the field of that id, null when nothing is. */
    public String error(String id) {
        List<FacesMessage> messages = shown(id);
        String text = messages.stream().map(FacesMessage::getSummary).distinct().collect(Collectors.joining(" "));
        return text.isEmpty() ? null : text;
    }

    /** What is wrong with the whole, not with one field. */
    public List<String> getOfPage() {
        return shown(null).stream().map(FacesMessage::getSummary).toList();
    }

    /** The id of the sentence that belongs to the field: its error, else its help, else none. */
    public String described(String id, String help) {
        boolean helped = help != null && !help.isEmpty();
        return error(id) != null ? id + "-error" : helped ? id + "-help" : null;
    }

    /** {@code true} for a field in which something is wrong, else null: then the attribute is left out. */
    public String invalid(String id) {
        return error(id) == null ? null : "true";
    }

    /** The fields that need another look, when they are more than the eye finds at once. */
    public List<String> getMany() {
        List<String> wrong = new ArrayList<>();
        Iterator<String> ids = FacesContext.getCurrentInstance().getClientIdsWithMessages();
        while (ids.hasNext()) {
            String id = ids.next();
            if (id != null) {
                wrong.add(id);
            }
        }
        return wrong.size() > FEW ? wrong : List.of();
    }

    /** How many those are, in words. */
    public String getManyTitle() {
        return Words.of(FacesContext.getCurrentInstance())
                .get("fields.many", getMany().size());
    }

    /** Faces writes what it takes for unshown into the log. */
    private static List<FacesMessage> shown(String id) {
        List<FacesMessage> messages = FacesContext.getCurrentInstance().getMessageList(id);
        messages.forEach(FacesMessage::rendered);
        return messages;
    }

    /** What the page calls the field. */
    static String label(UIComponent field) {
        Object label = field.getAttributes().get("label");
        return label == null ? field.getId() : label.toString();
    }
}
