namespace Weft.Dataflow;

/// <summary>The message that a block handles on the calling thread.</summary>
/// <param name="Span">Its span.</param>
/// <param name="Id">Its number in the block.</param>
/// <param name="After">What is to be done when the block has done with the delegate's result; null is nothing.</param>
internal record struct Handling(ulong Span, long Id, Action? After = null)
{
    [ThreadStatic]
    private static Handling _current;

    /// <summary>Of the calling thread, from where the block takes the message up until it has done with what the program's delegate gave.</summary>
    internal static ref Handling Current => ref _current;
}
