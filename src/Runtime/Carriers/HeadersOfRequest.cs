using System.Diagnostics;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;

namespace Weft.Carriers;

/// <summary>What was done to one request: by which handler, at which event it was sent last, and which headers it had before.</summary>
// Design: kept beside the request, not in its options, which are the program's.
internal sealed class HeadersOfRequest(LineageHandler by)
{
    private static readonly string[] _names = [TraceParent.HeaderName, TraceState.HeaderName, LineageContext.DirectHeaderName];
    private static readonly ConditionalWeakTable<HttpRequestMessage, HeadersOfRequest> _all = [];

    private readonly string[]?[] _before = new string[]?[_names.Length];
    private readonly string?[] _written = new string?[_names.Length];
    private volatile bool _areWritten;

    /// <summary>The handler that the request came to first; those behind it do nothing.</summary>
    internal LineageHandler By => by;

    /// <summary>The event at which it was sent last; none where it was not, or events are not recorded.</summary>
    internal EventId Sent { get; set; }

    /// <summary>Whether the request says what it carries, where it was sent last: it does not where a redirect has led it elsewhere.</summary>
    internal bool AreWritten => _areWritten;

    internal static HeadersOfRequest? Find(HttpRequestMessage request) => _all.TryGetValue(request, out HeadersOfRequest? found) ? found : null;

    internal static HeadersOfRequest Of(HttpRequestMessage request, LineageHandler by) => _all.GetValue(request, _ => new HeadersOfRequest(by));

    /// <summary>Writes what a request carries, unless it has that already: sent again, it has the same headers.</summary>
    internal void Write(HttpRequestMessage request, in LineageContext context)
    {
        if (_areWritten) return;
        for (int i = 0; i < _names.Length; i++) _before[i] = ValuesOf(request.Headers, _names[i]);
        var headers = new HttpHeadersCarrier(request.Headers);
        if (Activity.Current is { IdFormat: ActivityIdFormat.W3C } activity && headers.Get(TraceParent.HeaderName, 0) is null) context.WriteBeside(headers, activity.TraceStateString);
        else context.Write(headers);
        for (int i = 0; i < _names.Length; i++) _written[i] = headers.Get(_names[i], 0);
        _areWritten = true;
    }

    /// <summary>Puts back what was there before, as far as it still is as it was written.</summary>
    internal void TakeOff(HttpRequestMessage request)
    {
        if (!_areWritten) return;
        _areWritten = false;
        for (int i = 0; i < _names.Length; i++)
        {
            string[]? now = ValuesOf(request.Headers, _names[i]);
            string[]? before = _before[i];
            if (_written[i] is null || now is not [{ } only] || only != _written[i] || (before is [{ } was] && was == only)) continue;
            request.Headers.Remove(_names[i]);
            if (before is not null) request.Headers.TryAddWithoutValidation(_names[i], before);
        }
    }

    private static string[]? ValuesOf(HttpRequestHeaders headers, string name) => headers.NonValidated.TryGetValues(name, out HeaderStringValues values) ? [.. values] : null;
}
