using System.Runtime.CompilerServices;
using System.Text;

namespace Weft.Carriers;

/// <summary>Keeps headers with lineage from following a redirect to where nobody has allowed them.</summary>
// Design: HttpClient follows redirects far below any handler of a program, with the same request and its headers. The one place where it asks before it goes on is the encoding of the answer's headers: whoever
// is asked about `Location` knows the request, and takes the headers off it. What the redirect leads to is then told nothing; the answer is decoded as before.
internal sealed class Redirects
{
    private const string Location = "Location";

    private readonly HeaderEncodingSelector<HttpRequestMessage>? _otherwise;

    private Redirects(HeaderEncodingSelector<HttpRequestMessage>? otherwise) => _otherwise = otherwise;

    /// <summary>Whether what is sent through a handler goes to the host that it is sent to and no further, or loses its headers on the way.</summary>
    /// <param name="handler">A handler; those behind it are looked through.</param>
    internal static bool StopHeadersIn(HttpMessageHandler handler)
    {
        while (handler is DelegatingHandler { InnerHandler: { } inner }) handler = inner;
        return handler switch
        {
            HttpClientHandler { AllowAutoRedirect: true } own => StopHeadersIn(Inner(own)),
            SocketsHttpHandler { AllowAutoRedirect: true } sockets => StopHeadersIn(sockets),
            _ => true, // of others the program knows where they send to
        };
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_underlyingHandler")]
    internal static extern ref SocketsHttpHandler Inner(HttpClientHandler handler);

    private static bool StopHeadersIn(SocketsHttpHandler handler)
    {
        HeaderEncodingSelector<HttpRequestMessage>? selector = handler.ResponseHeaderEncodingSelector;
        if (selector?.Target is Redirects) return true;
        try
        {
            handler.ResponseHeaderEncodingSelector = new Redirects(selector).EncodingOf;
            return true;
        }
        catch (InvalidOperationException) // it has sent already, for somebody else; or it is disposed of
        {
            return handler.ResponseHeaderEncodingSelector?.Target is Redirects;
        }
    }

    private Encoding? EncodingOf(string name, HttpRequestMessage request)
    {
        if (name.Equals(Location, StringComparison.OrdinalIgnoreCase)) HeadersOfRequest.Find(request)?.TakeOff(request);
        return _otherwise?.Invoke(name, request);
    }
}
