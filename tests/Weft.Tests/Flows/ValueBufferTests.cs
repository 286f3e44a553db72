// Proves that pooled memory goes back to the pool once, however a collection of values ends: what is given back twice is written by two owners.
using System.Buffers;
using Weft.Flows;

namespace Weft.Tests.Flows;

public sealed class ValueBufferTests
{
    // A pool that nobody else rents from.
    private readonly record struct Unshared(int Value);

    [Fact]
    public void Dispose_AfterACollectionTooLargeForAnArray_ReturnsEachSegmentOnce()
    {
        var buffer = new ValueBuffer<Unshared>();
        buffer.Add(new Unshared(1));

        Assert.Throws<OutOfMemoryException>(() => buffer.AddCollection(Array.Empty<Unshared>(), int.MaxValue));
        buffer.Dispose();

        Unshared[] one = ArrayPool<Unshared>.Shared.Rent(16), two = ArrayPool<Unshared>.Shared.Rent(16);
        Assert.NotSame(one, two);
    }

    [Fact]
    public void Add_AfterACollectionTooLargeForAnArray_KeepsTheValuesBefore()
    {
        using var buffer = new ValueBuffer<Unshared>();
        buffer.Add(new Unshared(1));

        Assert.Throws<OutOfMemoryException>(() => buffer.AddCollection(Array.Empty<Unshared>(), int.MaxValue));
        buffer.Add(new Unshared(2));

        Assert.Equal([new Unshared(1), new Unshared(2)], buffer.ToArray());
    }
}
