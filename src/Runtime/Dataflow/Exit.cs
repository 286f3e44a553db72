namespace Weft.Dataflow;

/// <summary>Where messages come out of a block, with the spans that they have there.</summary>
internal abstract class Exit
{
    /// <summary>The span of the message that the block offers with a header's id; 0 when nothing is known of it. Asked for while the message is offered.</summary>
    internal abstract ulong Find(long id);

    /// <summary>Held by the block while messages leave it. Never taken under a lock of a block's entrance.</summary>
    internal abstract object OutgoingLock { get; }

    /// <summary>The id of the message that was received last; under the lock, by who has received it.</summary>
    internal abstract long Last { get; }

    /// <summary>The block has handed the message to somebody; nobody asks for it again, nor for one before it.</summary>
    internal abstract void Passed(long id);
}
