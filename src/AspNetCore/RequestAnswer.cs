using Microsoft.AspNetCore.Http;

namespace Weft.AspNetCore;

/// <summary>Tells the one who asked at which event it was answered, and what the answer is made of: when the response starts, or else when the handler is done.</summary>
internal sealed class RequestAnswer
{
    private readonly HttpContext _context;
    private readonly ExecutionUnit _unit;
    private readonly ulong _message;
    private bool _isDone;

    private RequestAnswer(HttpContext context, ExecutionUnit unit, ulong message) => (_context, _unit, _message) = (context, unit, message);

    /// <summary>The answer to a request that a unit handles, by a client that may be told; null of any other.</summary>
    /// <param name="context">The request.</param>
    /// <param name="received">What came beside it.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="message">The span of the request.</param>
    internal static RequestAnswer? To(HttpContext context, in LineageContext received, ExecutionUnit unit, ulong message)
    {
        if (!LineageContext.MayAnswer(received, context.Connection.RemoteIpAddress)) return null;
        var answer = new RequestAnswer(context, unit, message);
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
        (ulong first, int count) = _context.Response.HasStarted ? default : LineageContext.BeginAnswer(_message, AnsweredValue.In);
        EventId answered = _unit.EventOf(EventKind.Send, first != 0 ? first : _message);
        if (!_context.Response.HasStarted) LineageContext.WriteAnswer(new RequestHeadersCarrier(_context.Response.Headers), answered, first, count);
    }

    /// <summary>The unit has ended: what answers from here on is not its doing.</summary>
    internal void Forget() => _isDone = true;
}
