using Weft.Events;

namespace Weft.Carriers.Replies;

/// <summary>A request on its way, and who asked.</summary>
/// <param name="asking">The unit that asked.</param>
/// <param name="headers">What was done to the request.</param>
/// <param name="trace">Its trace.</param>
/// <param name="reply">Where what comes beside the answer is noted.</param>
internal sealed class SentRequest(ExecutionUnit asking, HeadersOfRequest headers, TraceId trace, Reply reply)
{
    /// <summary>The answer is there. Only one that was asked with headers says anything: an answer from elsewhere is not believed.</summary>
    internal void NoteAnswer(HttpResponseMessage? response)
    {
        LineageContext answer = response is not null && headers.AreWritten ? LineageContext.ReadAnswer(new HttpHeadersCarrier(response.Headers), trace) : default;
        if (EventSwitch.IsOn)
        {
            asking.Suspend();
            asking.Event(EventKind.Reply, answer.Trace.Event);
            asking.Suspend();
        }
        reply.Context = answer;
        if (answer.Count > 0 && response!.Content is { } content) RepliedContents.Add(content, reply);
    }
}
