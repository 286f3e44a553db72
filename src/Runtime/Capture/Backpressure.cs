namespace Weft.Capture;

/// <summary>What happens when rows come faster than they can be written.</summary>
internal enum Backpressure
{
    /// <summary>The recording thread waits for the writer: nothing is lost.</summary>
    Block,

    /// <summary>Rows are lost and counted; answers that touch them say incomplete.</summary>
    Drop,
}
