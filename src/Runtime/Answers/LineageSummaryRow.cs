namespace Weft;

/// <summary>How many records an operator derived on the way to the record asked about.</summary>
/// <param name="Site">The operator; null when the recording does not name it.</param>
/// <param name="Count">The number of records.</param>
/// <param name="Passed">Operators that handed its inputs on unchanged.</param>
public sealed record LineageSummaryRow(LineageSite? Site, long Count, IReadOnlyList<LineageSite> Passed);
