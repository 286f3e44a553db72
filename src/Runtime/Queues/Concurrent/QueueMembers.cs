using System.Collections.Concurrent;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using Weft.PrivateAccess;

namespace Weft.Queues.Concurrent;

/// <summary>The private members of a <see cref="ConcurrentQueue{T}"/>: a chain of segments, each a ring of slots with a number of their own.</summary>
internal sealed class QueueMembers<T>
{
    private static readonly QueueMembers<T>? _known = KnownCollections.Find(typeof(ConcurrentQueue<T>), static () => new QueueMembers<T>());

    private readonly nint _toNumber; // bytes from a slot's item to its number

    private QueueMembers()
    {
        Type queue = typeof(ConcurrentQueue<T>);
        FieldInfo tail = PrivateCode.Field(queue, "_tail"), head = PrivateCode.Field(queue, "_head"), gate = PrivateCode.Field(queue, "_crossSegmentLock");
        Type segment = tail.FieldType;
        FieldInfo slots = PrivateCode.Field(segment, "_slots"), ends = PrivateCode.Field(segment, "_headAndTail"), next = PrivateCode.Field(segment, "_nextSegment");
        FieldInfo isPreserved = PrivateCode.Field(segment, "_preservedForObservation"), isFrozen = PrivateCode.Field(segment, "_frozenForEnqueues");
        Type slot = slots.FieldType.GetElementType()!;
        FieldInfo item = PrivateCode.Field(slot, "Item"), number = PrivateCode.Field(slot, "SequenceNumber");
        MethodInfo freeze = PrivateCode.Method(segment, "EnsureFrozenForEnqueues");
        ConstructorInfo make = PrivateCode.Constructor(segment, typeof(int));

        TailSegment = PrivateCode.Reference<object>(queue, tail);
        HeadSegment = PrivateCode.Reference<object>(queue, head);
        Gate = PrivateCode.Reference<object>(queue, gate);
        Next = PrivateCode.Reference<object>(segment, next);
        Head = Number(PrivateCode.Field(ends.FieldType, "Head"));
        Tail = Number(PrivateCode.Field(ends.FieldType, "Tail"));
        IsPreserved = PrivateCode.Reference<bool>(segment, isPreserved);
        IsFrozen = PrivateCode.Reference<bool>(segment, isFrozen);
        ItemAt = PrivateCode.Compile<ReferenceAt<T>>(segment, il => Slot(il, item));
        ReferenceAt<int> numberAt = PrivateCode.Compile<ReferenceAt<int>>(segment, il => Slot(il, number));
        Length = PrivateCode.Compile<Func<object, int>>(segment, il =>
        {
            il.Emit(PrivateCode.FirstArgument);
            il.Emit(OpCodes.Ldfld, slots);
            il.Emit(OpCodes.Ldlen);
            il.Emit(OpCodes.Conv_I4);
        });
        Freeze = PrivateCode.Compile<Action<object>>(segment, il =>
        {
            il.Emit(PrivateCode.FirstArgument);
            il.Emit(OpCodes.Call, freeze);
        });
        New = PrivateCode.Compile<Func<int, object>>(segment, il =>
        {
            il.Emit(PrivateCode.FirstArgument);
            il.Emit(OpCodes.Newobj, make);
        });

        object any = New(2);
        _toNumber = Unsafe.ByteOffset(ref Unsafe.As<T, byte>(ref ItemAt(any, 0)), ref Unsafe.As<int, byte>(ref numberAt(any, 0)));

        ReferenceTo<int> Number(FieldInfo end) => PrivateCode.Compile<ReferenceTo<int>>(segment, il =>
        {
            il.Emit(PrivateCode.FirstArgument);
            il.Emit(OpCodes.Ldflda, ends);
            il.Emit(OpCodes.Ldflda, end);
        });

        void Slot(ILGenerator il, FieldInfo field)
        {
            il.Emit(PrivateCode.FirstArgument);
            il.Emit(OpCodes.Ldfld, slots);
            il.Emit(PrivateCode.SecondArgument);
            il.Emit(OpCodes.Ldelema, slot);
            il.Emit(OpCodes.Ldflda, field);
        }
    }

    /// <summary>The members; null where they are not known.</summary>
    internal static QueueMembers<T>? Known => _known;

    /// <summary>The segment that is put into, of a queue.</summary>
    internal ReferenceTo<object> TailSegment { get; }

    /// <summary>The segment that is taken from, of a queue.</summary>
    internal ReferenceTo<object> HeadSegment { get; }

    /// <summary>What a queue locks to change its segments.</summary>
    internal ReferenceTo<object> Gate { get; }

    /// <summary>The segment behind a segment; null of the last one.</summary>
    internal ReferenceTo<object> Next { get; }

    /// <summary>The number of the slot of a segment that is taken from next.</summary>
    internal ReferenceTo<int> Head { get; }

    /// <summary>The number of the slot of a segment that is put into next; twice the length more where nothing may be put in any more.</summary>
    internal ReferenceTo<int> Tail { get; }

    /// <summary>Whether somebody may read what a segment has held, so that it has to stay.</summary>
    internal ReferenceTo<bool> IsPreserved { get; }

    /// <summary>Whether nothing may be put into a segment any more.</summary>
    internal ReferenceTo<bool> IsFrozen { get; }

    /// <summary>The item in a slot of a segment.</summary>
    internal ReferenceAt<T> ItemAt { get; }

    /// <summary>The number of a slot, by the place of its item: its own where it is free, one more where it is filled.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // twice an item; a delegate for each would take longer
    internal ref int NumberBeside(ref T item) => ref Unsafe.As<byte, int>(ref Unsafe.AddByteOffset(ref Unsafe.As<T, byte>(ref item), _toNumber));

    /// <summary>The number of slots of a segment; a power of two.</summary>
    internal Func<object, int> Length { get; }

    /// <summary>Lets nothing be put into a segment any more; under the queue's lock.</summary>
    internal Action<object> Freeze { get; }

    /// <summary>A new segment of a length.</summary>
    internal Func<int, object> New { get; }
}
