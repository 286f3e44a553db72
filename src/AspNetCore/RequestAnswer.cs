using Microsoft.AspNetCore.Http;

namespace Weft.AspNetCore;

/// <summary>Tells the one who asked at which event it was answered: when the response starts, or else when the handler is done.</summary>
internal sealed class RequestAnswer
{
    private readonly HttpContext _context;
    private readonly ExecutionUnit _unit;
    private bool _isDone;

    private RequestAnswer(HttpContext context, ExecutionUnit unit) => (_context, _unit) = (context, unit);

    /// <summary>The answer to a request that a unit handles.</summary>
    internal static RequestAnswer To(HttpContext context, ExecutionUnit unit)
    {
        var answer = new RequestAnswer(context, unit);
        context.Response.OnStarting(static state =>
        {
            ((RequestAnswer)state).Give();
            return Task.CompletedTask;
        }, answer);
        return answer;
    }

    /// <summary>Gives it, unless it was given or the response has started without it.</summary>
    internal void Give()
    {
        if (_isDone) return;
        _isDone = true;
        _unit.Suspend(); // whichever thread writes the response does so for the unit
        EventId answered = _unit.Event(EventKind.Send);
        if (!answered.IsNone && !_context.Response.HasStarted) LineageContext.WriteAnswer(new RequestHeadersCarrier(_context.Response.Headers), answered);
    }

    /// <summary>The unit has ended: what answers from here on is not its doing.</summary>
    internal void Forget() => _isDone = true;
}
