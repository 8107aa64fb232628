import { parseFieldMask } from './fieldMask.ts'

/** Every field of a spreadsheet that a mask may name; some of them the stand-in never has. */
export const spreadsheetFields = parseFieldMask(
  [
    'spreadsheetId',
    'spreadsheetUrl',
    'properties(title,locale,autoRecalc,timeZone,defaultFormat,spreadsheetTheme,iterativeCalculationSettings)',
    'namedRanges',
    'developerMetadata',
    'dataSources',
    'sheets(merges,basicFilter,protectedRanges,conditionalFormats,filterViews,charts,bandedRanges,developerMetadata,rowGroups,columnGroups,slicers,tables,' +
      'properties(sheetId,title,index,sheetType,hidden,rightToLeft,tabColor,tabColorStyle,dataSourceSheetProperties,' +
      'gridProperties(rowCount,columnCount,frozenRowCount,frozenColumnCount,hideGridlines,rowGroupControlAfter,columnGroupControlAfter)),' +
      'data(startRow,startColumn,rowMetadata(hiddenByUser,hiddenByFilter,pixelSize,developerMetadata),columnMetadata(hiddenByUser,hiddenByFilter,pixelSize,developerMetadata),' +
      'rowData(values(userEnteredValue,effectiveValue,formattedValue,userEnteredFormat,effectiveFormat,hyperlink,note,textFormatRuns,dataValidation,pivotTable))))',
  ].join(','),
)
