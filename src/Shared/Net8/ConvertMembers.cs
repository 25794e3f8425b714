using System.Diagnostics.CodeAnalysis;

namespace System;

/// <summary>What <see cref="Convert"/> has from .NET 9 on.</summary>
internal static class ConvertMembers
{
    extension(Convert)
    {
        [SuppressMessage("Globalization", "CA1308", Justification = "Hexadecimal digits are ASCII.")]
        public static string ToHexStringLower(byte[] bytes) => Convert.ToHexString(bytes).ToLowerInvariant();

        public static string ToHexStringLower(byte[] bytes, int offset, int length)
            => Convert.ToHexString(bytes, offset, length).ToLowerInvariant();
    }
}
