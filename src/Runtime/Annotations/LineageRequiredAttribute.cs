namespace Weft;

/// <summary>Says that the records of this code must keep their lineage: where it is lost the analyzers warn, and <c>weft doctor</c> fails.</summary>
[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Method | AttributeTargets.Constructor | AttributeTargets.Property)]
public sealed class LineageRequiredAttribute : Attribute;
