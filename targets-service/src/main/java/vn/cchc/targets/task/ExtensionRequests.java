package vn.cchc.targets.task;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.ResourceType;

@ApplicationScoped
class ExtensionRequests implements PanacheRepositoryBase<ExtensionRequest, ExtensionRequest.Key> {

    ExtensionRequest require(TaskCode task, int number) {
        return findByIdOptional(new ExtensionRequest.Key(task.value(), number))
                .orElseThrow(() -> ProblemException.notFound(ResourceType.EXTENSION_REQUEST, task + "/" + number));
    }

    List<ExtensionRequest> after(TaskCode task, int number, int rows) {
        return find("task = ?1 and number > ?2 order by number", task.value(), number).page(0, rows).list();
    }

    int lastNumber(TaskCode task) {
        return find("select coalesce(max(number), 0) from ExtensionRequest where task = ?1", task.value())
                .project(Integer.class).firstResult();
    }

    boolean isPending(TaskCode task) {
        return count("task = ?1 and granted is null", task.value()) > 0;
    }
}
