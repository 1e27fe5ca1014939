package guildhall.runtime.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers what the servlet container refused or what broke in a filter. */
@Hidden
@RestController
class ProblemErrorController implements ErrorController {
    @RequestMapping("${spring.web.error.path:/error}")
    ResponseEntity<ProblemDetail> error(HttpServletRequest request) {
        var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        // Called directly, this address is as unknown as any other.
        var status = code instanceof Integer value ? value : HttpStatus.NOT_FOUND.value();
        return Problems.answer(RequestProblems.of(HttpStatusCode.valueOf(status)));
    }
}
