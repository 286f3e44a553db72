namespace Weft;

/// <summary>Tells the weaver to leave an assembly, a type (with everything nested in it) or a method as the compiler wrote it.</summary>
[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Method | AttributeTargets.Constructor | AttributeTargets.Property)]
public sealed class NotWovenAttribute : Attribute;
