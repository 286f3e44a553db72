namespace Weft.Dataflow;

/// <summary>Where messages come out of a block, with the spans that they have there.</summary>
internal abstract class Exit
{
    /// <summary>The span of the message that the block offers with a header's id; 0 when nothing is known of it. Asked for while the message is offered.</summary>
    internal abstract ulong Find(long id);

    /// <summary>The block has handed the message to somebody; nobody asks for it again, nor for one before it.</summary>
    internal abstract void Passed(long id);
}
