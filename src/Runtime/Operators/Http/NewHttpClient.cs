namespace Weft;

public static partial class Woven
{
    /// <summary>The woven form of <c>new HttpClient()</c>: what it sends says what it is about.</summary>
    public static HttpClient NewHttpClient<TLineage>(int site) where TLineage : struct, ILineage
        => TLineage.IsRecording ? new HttpClient(LineageHandler.InFrontOf(new HttpClientHandler())) : new HttpClient();

    /// <inheritdoc cref="NewHttpClient{TLineage}(int)"/>
    public static HttpClient NewHttpClient<TLineage>(HttpMessageHandler handler, int site) where TLineage : struct, ILineage
        => new(Sending<TLineage>(handler)!);

    /// <inheritdoc cref="NewHttpClient{TLineage}(int)"/>
    public static HttpClient NewHttpClient<TLineage>(HttpMessageHandler handler, bool disposeHandler, int site) where TLineage : struct, ILineage
        => new(Sending<TLineage>(handler)!, disposeHandler);

    /// <inheritdoc cref="NewHttpClient{TLineage}(int)"/>
    public static HttpMessageInvoker NewHttpMessageInvoker<TLineage>(HttpMessageHandler handler, int site) where TLineage : struct, ILineage
        => new(Sending<TLineage>(handler)!);

    /// <inheritdoc cref="NewHttpClient{TLineage}(int)"/>
    public static HttpMessageInvoker NewHttpMessageInvoker<TLineage>(HttpMessageHandler handler, bool disposeHandler, int site) where TLineage : struct, ILineage
        => new(Sending<TLineage>(handler)!, disposeHandler);

    /// <summary>Stands in front of the call by which a class derived from <see cref="HttpClient"/> or <see cref="HttpMessageInvoker"/> gives its handler to the base class; of none, where that would make its own.</summary>
    /// <param name="handler">The handler; null is none.</param>
    public static HttpMessageHandler? Sending<TLineage>(HttpMessageHandler? handler) where TLineage : struct, ILineage
        => TLineage.IsRecording && handler is not null ? LineageHandler.InFrontOf(handler) : handler;

    /// <summary>What a program that has its clients made by a factory would give to <c>AddHttpMessageHandler</c>: each client has a handler of its own.</summary>
    public static Func<DelegatingHandler> LineageHandlers<TLineage>() where TLineage : struct, ILineage => static () => new LineageHandler();
}
