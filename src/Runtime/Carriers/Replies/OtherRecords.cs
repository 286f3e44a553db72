namespace Weft.Carriers.Replies;

/// <summary>Whether a value may be made of records that nobody names. The numbers are part of the contract with woven code.</summary>
internal enum OtherRecords
{
    /// <summary>It is not.</summary>
    None = 0,

    /// <summary>Only where the methods that it comes from tell none.</summary>
    WhereNoneIsTold = 1,

    /// <summary>It may.</summary>
    Perhaps = 2,
}
