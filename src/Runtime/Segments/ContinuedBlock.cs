namespace Weft.Segments;

/// <summary>The recording goes on in the next segment: without this block a segment is the last, or was cut.</summary>
/// <param name="Next">The number of the next segment.</param>
internal readonly record struct ContinuedBlock(uint Next)
{
    internal void Write(PayloadWriter payload) => payload.Varint(Next);

    internal static ContinuedBlock Read(ref PayloadReader payload) => new((uint)payload.Int32());
}
