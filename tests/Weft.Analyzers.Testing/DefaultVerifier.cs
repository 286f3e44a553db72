namespace Weft.Analyzers.Testing;

/// <summary>Only fills a type parameter: tests keep the shape of Microsoft.CodeAnalysis.Testing, so that it can take this harness's place.</summary>
public sealed class DefaultVerifier;
