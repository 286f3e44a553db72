namespace Weft.Flows.Async;

/// <summary>A flow of a derived type, read as a sequence of <typeparamref name="T"/>.</summary>
internal sealed class CovariantAsyncFlow<T>(AsyncFlow source) : AsyncFlow<T>
{
    internal override IAsyncEnumerable<T> Open(CurrentSpan span, out Way way) => (IAsyncEnumerable<T>)source.OpenAny(span, out way);
}
