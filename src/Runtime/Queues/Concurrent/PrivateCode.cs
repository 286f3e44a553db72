using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using Weft.Capture;

namespace Weft.Queues.Concurrent;

/// <summary>Compiles what reaches the private members of the base library's concurrent collections.</summary>
// Design: their types are private, some are structs, and references to fields of structs in arrays are needed, which no accessor of the runtime can name. What they do with these members is known of one version only:
// on another, or where no code can be made, lineage ends at such collections, and that is said once.
internal static class PrivateCode
{
    private const int KnownVersion = 10;
    private const BindingFlags Any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private static int _complaints;

    /// <summary>Whether the members of this process's base library are those that are known, and can be reached.</summary>
    internal static bool IsKnown => RuntimeFeature.IsDynamicCodeSupported && Environment.Version.Major == KnownVersion;

    /// <summary>What <paramref name="find"/> makes; null where a member is missing.</summary>
    internal static TMembers? Find<TMembers>(Type collection, Func<TMembers> find) where TMembers : class
    {
        if (!IsKnown) return Missing<TMembers>(collection, $"base library {Environment.Version}");
        try
        {
            return find();
        }
        catch (MissingMemberException missing)
        {
            return Missing<TMembers>(collection, missing.Message);
        }
    }

    /// <summary>A method of the shape of a delegate; its first argument is taken for what the instructions take it for.</summary>
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "Not called where no code can be made at run time: see IsKnown.")]
    [UnconditionalSuppressMessage("Trimming", "IL2090", Justification = "A delegate's Invoke is kept.")]
    internal static TDelegate Compile<TDelegate>(Type owner, Action<ILGenerator> emit) where TDelegate : Delegate
    {
        MethodInfo shape = typeof(TDelegate).GetMethod("Invoke")!;
        var method = new DynamicMethod(typeof(TDelegate).Name, shape.ReturnType, [.. shape.GetParameters().Select(parameter => parameter.ParameterType)], owner.Module, skipVisibility: true);
        ILGenerator il = method.GetILGenerator();
        emit(il);
        il.Emit(OpCodes.Ret);
        return method.CreateDelegate<TDelegate>();
    }

    /// <summary>What gives where a field of an object is.</summary>
    internal static ReferenceTo<TMember> Reference<TMember>(Type owner, FieldInfo field) => Compile<ReferenceTo<TMember>>(owner, il =>
    {
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldflda, field);
    });

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "A member that was trimmed is missing, and lineage then ends at the collection.")]
    internal static FieldInfo Field(Type type, string name) => type.GetField(name, Any) ?? throw new MissingFieldException(type.FullName, name);

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "As above.")]
    internal static MethodInfo Method(Type type, string name) => type.GetMethod(name, Any, Type.EmptyTypes) ?? throw new MissingMethodException(type.FullName, name);

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "As above.")]
    internal static ConstructorInfo Constructor(Type type, params Type[] parameters) => type.GetConstructor(Any, parameters) ?? throw new MissingMethodException(type.FullName, ".ctor");

    private static TMembers? Missing<TMembers>(Type collection, string what) where TMembers : class
    {
        if (Interlocked.Exchange(ref _complaints, 1) == 0) Complaints.Write($"The inside of {collection.Name} is not known here ({what}); what goes through concurrent collections carries no lineage.");
        return null;
    }
}

/// <summary>Where a member of an object is.</summary>
internal delegate ref TMember ReferenceTo<TMember>(object owner);

/// <summary>Where a member of an element is, of an array that is a member of an object.</summary>
internal delegate ref TMember ReferenceAt<TMember>(object owner, int index);
