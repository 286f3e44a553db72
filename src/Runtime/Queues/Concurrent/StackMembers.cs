using System.Collections.Concurrent;
using System.Reflection;
using System.Reflection.Emit;
using Weft.PrivateAccess;

namespace Weft.Queues.Concurrent;

/// <summary>The private members of a <see cref="ConcurrentStack{T}"/>: a chain of nodes.</summary>
internal sealed class StackMembers<T>
{
    private static readonly StackMembers<T>? _known = KnownCollections.Find(typeof(ConcurrentStack<T>), static () => new StackMembers<T>());

    private StackMembers()
    {
        Type stack = typeof(ConcurrentStack<T>);
        FieldInfo head = PrivateCode.Field(stack, "_head");
        Type node = head.FieldType;
        ConstructorInfo make = PrivateCode.Constructor(node, typeof(T));
        Head = PrivateCode.Reference<object?>(stack, head);
        Next = PrivateCode.Reference<object?>(node, PrivateCode.Field(node, "_next"));
        Value = PrivateCode.Reference<T>(node, PrivateCode.Field(node, "_value"));
        New = PrivateCode.Compile<Func<T, object>>(node, il =>
        {
            il.Emit(PrivateCode.FirstArgument);
            il.Emit(OpCodes.Newobj, make);
        });
    }

    /// <summary>The members; null where they are not known.</summary>
    internal static StackMembers<T>? Known => _known;

    /// <summary>The node on top of a stack; null of an empty one.</summary>
    internal ReferenceTo<object?> Head { get; }

    /// <summary>The node below a node.</summary>
    internal ReferenceTo<object?> Next { get; }

    /// <summary>The item of a node.</summary>
    internal ReferenceTo<T> Value { get; }

    /// <summary>A new node.</summary>
    internal Func<T, object> New { get; }
}
