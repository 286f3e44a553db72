namespace System.Runtime.CompilerServices;

/// <summary>What the compiler asks for before it accepts <c>init</c> and records; .NET Standard 2.0 does not have it.</summary>
internal static class IsExternalInit;
